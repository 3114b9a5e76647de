package thalweg.formula;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import thalweg.formula.Expr.Binary;
import thalweg.formula.Expr.Call;
import thalweg.formula.Expr.Choice;
import thalweg.formula.Expr.Constant;
import thalweg.formula.Expr.Knob;
import thalweg.formula.Expr.Literal;
import thalweg.formula.Expr.Variable;

/**
 * Turns lowered formulas into a hidden class with one method; what several results share is computed once.
 *
 * <p>Methods above 8,000 bytes are never compiled by the virtual machine and 65,535 is the most a method may have, so that larger ones are cut into
 * static methods that pass intermediate results through an array; that array is the only thing such a class allocates in a call.
 */
final class Compiler {
    /** Below the 8,000 bytes of HotSpot's HugeMethodLimit, with room for what the estimate misses. */
    private static final int METHOD_BYTES = 6000;
    /** An upper bound of what one node takes: a call with loading of constants and stores. */
    private static final int NODE_BYTES = 9;
    /** The largest expression written without an intermediate result. */
    private static final int STATEMENT_NODES = 200;

    private static final ClassDesc THIS = ClassDesc.of("thalweg.formula.Generated");
    private static final ClassDesc PARENT = ClassDesc.of("thalweg.formula.Evaluation");
    private static final ClassDesc NUMERICS = ClassDesc.of("thalweg.formula.Numerics");
    private static final ClassDesc TRIGONOMETRY = ClassDesc.of("thalweg.formula.Trigonometry");
    private static final ClassDesc STRICT = ClassDesc.of("java.lang.StrictMath");
    private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
    private static final ClassDesc ARRAY = ConstantDescs.CD_double.arrayType();
    private static final MethodTypeDesc AT = MethodTypeDesc.of(ConstantDescs.CD_double, ARRAY, ARRAY, ARRAY);
    private static final MethodTypeDesc PART = MethodTypeDesc.of(ConstantDescs.CD_void, ARRAY, ARRAY, ARRAY, ARRAY);

    private final List<Expr> results;
    /** Nodes with an intermediate result of their own, and its number; children come before parents. */
    private final Map<Expr, Integer> kept = new IdentityHashMap<>();
    private final List<Expr> statements = new ArrayList<>();
    private final Map<Expr, Integer> sizes = new IdentityHashMap<>();

    private Compiler(List<Expr> results) {
        this.results = results;
        Map<Expr, Integer> uses = new IdentityHashMap<>();
        for (Expr e : results) {
            count(e, uses);
        }
        for (Expr e : results) {
            plan(e, uses);
        }
    }

    /** A class that computes these lowered formulas, the first as its return value. */
    static Evaluation compile(List<Expr> results) {
        byte[] bytes = new Compiler(results).write();
        try {
            return (Evaluation) MethodHandles.lookup().defineHiddenClass(bytes, true).lookupClass().getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("generated code for " + results.size() + " formulas does not load", e);
        }
    }

    /** Whether a node is the other or stands somewhere in it. */
    static boolean contains(Expr whole, Expr part) {
        Map<Expr, Integer> uses = new IdentityHashMap<>();
        count(whole, uses);
        return uses.containsKey(part);
    }

    private static void count(Expr e, Map<Expr, Integer> uses) {
        if (uses.merge(e, 1, Integer::sum) == 1) {
            children(e).forEach(c -> count(c, uses));
        }
    }

    /** A node's operands. */
    static List<Expr> children(Expr e) {
        return switch (e) {
            case Call(Function _, Expr a) -> List.of(a);
            case Binary(Operator _, Expr a, Expr b) -> List.of(a, b);
            case Choice(Expr p, Expr q, Expr r, Expr s) -> List.of(p, q, r, s);
            default -> List.of();
        };
    }

    private void plan(Expr e, Map<Expr, Integer> uses) {
        if (sizes.containsKey(e)) {
            return;
        }
        int size = 1;
        for (Expr child : children(e)) {
            plan(child, uses);
            size += kept.containsKey(child) ? 1 : sizes.get(child);
        }
        sizes.put(e, size);
        if (!(e instanceof Literal) && uses.get(e) > 1 || size > STATEMENT_NODES) {
            kept.put(e, statements.size());
            statements.add(e);
        }
    }

    private byte[] write() {
        int bytes = NODE_BYTES * (results.size() + sizes.size());
        return ClassFile.of().build(THIS, builder -> {
            builder.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER).withSuperclass(PARENT);
            builder.withMethodBody(ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, 0, code ->
                    code.aload(0).invokespecial(PARENT, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void).return_());
            if (bytes <= METHOD_BYTES) {
                builder.withMethodBody("at", AT, ClassFile.ACC_FINAL, code -> new Body(code, 1, false).whole());
            } else {
                inParts(builder);
            }
        });
    }

    private void inParts(ClassBuilder builder) {
        int parts = 0;
        List<Integer> pending = new ArrayList<>();
        int bytes = 0;
        int work = statements.size() + results.size();
        for (int i = 0; i < work; i++) {
            int here = NODE_BYTES * (i < statements.size() ? sizes.get(statements.get(i)) : sizeOf(results.get(i - statements.size())));
            if (bytes + here > METHOD_BYTES && !pending.isEmpty()) {
                part(builder, parts++, List.copyOf(pending));
                pending.clear();
                bytes = 0;
            }
            pending.add(i);
            bytes += here;
        }
        part(builder, parts, List.copyOf(pending));
        int count = parts + 1;
        builder.withMethodBody("at", AT, ClassFile.ACC_FINAL, code -> {
            code.loadConstant(statements.size() + 1).newarray(TypeKind.DOUBLE).astore(4);
            for (int i = 0; i < count; i++) {
                code.aload(1).aload(2).aload(4).aload(3).invokestatic(THIS, "part" + i, PART);
            }
            code.aload(4).loadConstant(statements.size()).daload().dreturn();
        });
    }

    private int sizeOf(Expr e) {
        return kept.containsKey(e) ? 1 : sizes.get(e);
    }

    private void part(ClassBuilder builder, int number, List<Integer> work) {
        builder.withMethodBody("part" + number, PART, ClassFile.ACC_STATIC, code -> {
            Body body = new Body(code, 0, true);
            for (int i : work) {
                int result = i - statements.size();
                code.aload(result > 0 ? 3 : 2).loadConstant(result > 0 ? result - 1 : i);
                if (result < 0) {
                    body.compute(statements.get(i));
                } else {
                    body.load(results.get(result));
                }
                code.dastore();
            }
            code.return_();
        });
    }

    /** The code of one method; theta and knobs are its first two array arguments, intermediate results live in locals or in the third. */
    private final class Body {
        private final CodeBuilder code;
        private final int first;
        private final boolean inArray;
        private final int locals;

        Body(CodeBuilder code, int first, boolean inArray) {
            this.code = code;
            this.first = first;
            this.inArray = inArray;
            locals = first + 3;
        }

        void whole() {
            for (int i = 0; i < statements.size(); i++) {
                compute(statements.get(i));
                code.dstore(locals + 2 * i);
            }
            for (int i = 1; i < results.size(); i++) {
                code.aload(first + 2).loadConstant(i - 1);
                load(results.get(i));
                code.dastore();
            }
            load(results.getFirst());
            code.dreturn();
        }

        void load(Expr e) {
            Integer place = kept.get(e);
            if (place == null) {
                compute(e);
            } else if (inArray) {
                code.aload(first + 2).loadConstant(place).daload();
            } else {
                code.dload(locals + 2 * place);
            }
        }

        void compute(Expr e) {
            children(e).forEach(this::load);
            switch (e) {
                case Literal(double v) -> code.loadConstant(v);
                case Constant(String _, double v) -> code.loadConstant(v);
                case Variable(int index, String _) -> code.aload(first).loadConstant(index).daload();
                case Knob(int index, String _) -> code.aload(first + 1).loadConstant(index).daload();
                case Call(Function f, Expr _) -> function(f);
                case Binary(Operator o, Expr _, Expr _) -> operator(o);
                case Choice _ -> invoke(NUMERICS, "pick", 4);
            }
        }

        private void function(Function f) {
            switch (f) {
                case NEGATE -> code.dneg();
                case SIN, COS, TAN -> invoke(TRIGONOMETRY, f.written(), 1);
                case ASIN, ACOS, ATAN, SINH, COSH, TANH, EXP, LOG10 -> invoke(STRICT, f.written(), 1);
                case LN -> invoke(STRICT, "log", 1);
                case SQRT, ABS -> invoke(MATH, f.written(), 1);
                case SIGN -> invoke(MATH, "signum", 1);
                case SIGMOID, RELU, SOFTPLUS, GAUSS -> invoke(NUMERICS, f.written(), 1);
                case STEP -> invoke(NUMERICS, "step", 1);
                case SIGMOID_SLOPE -> invoke(NUMERICS, "sigmoidSlope", 1);
                case SINC -> invoke(NUMERICS, "sinc", 1);
                case SINC_SLOPE -> invoke(NUMERICS, "sincSlope", 1);
            }
        }

        private void operator(Operator o) {
            switch (o) {
                case ADD -> code.dadd();
                case SUBTRACT -> code.dsub();
                case MULTIPLY -> code.dmul();
                case DIVIDE -> code.ddiv();
                case POWER -> invoke(STRICT, "pow", 2);
                case MIN -> invoke(MATH, "min", 2);
                case MAX -> invoke(MATH, "max", 2);
                case TIMES -> invoke(NUMERICS, "times", 2);
                case OVER -> invoke(NUMERICS, "over", 2);
            }
        }

        private void invoke(ClassDesc owner, String name, int arguments) {
            code.invokestatic(owner, name, MethodTypeDesc.of(ConstantDescs.CD_double, Collections.nCopies(arguments, ConstantDescs.CD_double)));
        }
    }
}
