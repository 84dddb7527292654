@echo off
rem Starts Candlewright: the window without arguments, the command line with.
rem Finds a JDK 25 or newer by itself; CANDLEWRIGHT_JAVA_HOME comes first.
setlocal enabledelayedexpansion
set "NEEDED=25"
set "APP=%~dp0.."
set "JAVA="
if not exist "%APP%\lib" (
  echo error: %APP%\lib is missing. Build the program first: mvn -q -DskipTests package 1>&2
  exit /b 1
)
if defined CANDLEWRIGHT_JAVA_HOME (
  call :accept "%CANDLEWRIGHT_JAVA_HOME%"
  if not defined JAVA (
    echo error: CANDLEWRIGHT_JAVA_HOME is no JDK %NEEDED% or newer. Set it to one, or unset it. 1>&2
    exit /b 1
  )
)
if not defined JAVA if defined JAVA_HOME call :accept "%JAVA_HOME%"
if not defined JAVA for /f "delims=" %%J in ('where java 2^>nul') do if not defined JAVA call :accept "%%~dpJ.."
if not defined JAVA for %%P in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%USERPROFILE%\.jdks") do (
  if exist "%%~P" for /d %%D in ("%%~P\*") do if not defined JAVA call :accept "%%~D"
)
if not defined JAVA (
  echo error: Candlewright needs Java %NEEDED% or newer and found none. Install a JDK %NEEDED%, or set CANDLEWRIGHT_JAVA_HOME to the folder of one. 1>&2
  exit /b 1
)
set "BENCH="
for %%A in (%*) do if "%%~A"=="bench" set "BENCH=;%APP%\lib\bench\*"
"%JAVA%" -Xshare:auto -XX:MaxRAMPercentage=60 ^
  --module-path "%APP%\lib\javafx" --add-modules javafx.controls ^
  --enable-native-access=javafx.graphics,ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ^
  --add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED ^
  --add-exports=javafx.base/com.sun.javafx.collections=ALL-UNNAMED ^
  --add-exports=javafx.base/com.sun.javafx.runtime=ALL-UNNAMED ^
  --add-exports=javafx.controls/com.sun.javafx.scene.control=ALL-UNNAMED ^
  --add-exports=javafx.controls/com.sun.javafx.scene.control.behavior=ALL-UNNAMED ^
  --add-exports=javafx.controls/com.sun.javafx.scene.control.inputmap=ALL-UNNAMED ^
  --add-exports=javafx.graphics/com.sun.javafx.scene=ALL-UNNAMED ^
  --add-exports=javafx.graphics/com.sun.javafx.scene.traversal=ALL-UNNAMED ^
  %CANDLEWRIGHT_JAVA_OPTIONS% -cp "%APP%\lib\*%BENCH%" org.candlewright.app.Main %*
exit /b %ERRORLEVEL%

:accept
set "VERSION="
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "VERSION=%%~V"
for /f "delims=.-+" %%M in ("!VERSION!") do if %%M GEQ %NEEDED% set "JAVA=%~1\bin\java.exe"
exit /b 0
