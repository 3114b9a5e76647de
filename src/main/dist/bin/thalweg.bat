@echo off
rem Starts Thalweg with a Java 25 or newer: THALWEG_JAVA_HOME, JAVA_HOME, the PATH, then the usual folders.
setlocal disabledelayedexpansion
for %%i in ("%~dp0..") do set "HOME_DIR=%%~fi"
set "JAVA_EXE="
call :try "%THALWEG_JAVA_HOME%"
call :try "%JAVA_HOME%"
for %%j in (java.exe) do if not "%%~$PATH:j"=="" call :try "%%~dp$PATH:j.."
for /d %%i in ("%HOME_DIR%\runtime" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do call :try "%%~i"
if not defined JAVA_EXE (
    echo thalweg: needs Java 25 or newer, and found none. Install a JDK 25, or set THALWEG_JAVA_HOME to the folder of one. 1>&2
    exit /b 1
)
rem As in the script beside this: the Vector API for training; else classes linked when the program was laid out.
set MODE=-XX:AOTCache="%HOME_DIR%\lib\thalweg.aot" -XX:CompileThresholdScaling=10 -XX:Tier3BackEdgeThreshold=6000 -XX:Tier3DelayOn=0 -Xlog:disable
set MODE=%MODE% -XX:G1PeriodicGCInterval=15000 -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40
set "VECTOR="
if "%~1"=="train" set "VECTOR=yes"
if defined VECTOR set MODE=--add-modules jdk.incubator.vector
"%JAVA_EXE%" %THALWEG_JAVA_OPTIONS% %MODE% --enable-native-access=javafx.graphics --module-path "%HOME_DIR%\lib" --module thalweg/thalweg.app.Main %*
exit /b %ERRORLEVEL%

:try
if defined JAVA_EXE exit /b
if "%~1"=="" exit /b
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
    for /f "tokens=1 delims=." %%m in ("%%~v") do if %%m GEQ 25 set "JAVA_EXE=%~1\bin\java.exe"
)
exit /b
