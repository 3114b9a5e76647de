package thalweg.session;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;

/**
 * English with a fifth more letters, and brackets that show where a text ends: for what must have room for other languages. Java finds it by its
 * name.
 */
public final class Interface_qps extends ResourceBundle {
    @Override
    protected Object handleGetObject(String key) {
        if (!parent.containsKey(key)) {
            return null;
        }
        String text = parent.getString(key);
        return key.startsWith("sentence.") || text.length() < 3 ? text
                : "[" + text + "~".repeat(Math.max(0, (int) Math.ceil(text.length() * 0.2) - 2)) + "]";
    }

    @Override
    public Enumeration<String> getKeys() {
        return parent == null ? Collections.emptyEnumeration() : parent.getKeys();
    }
}
