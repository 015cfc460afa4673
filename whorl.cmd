@echo off
rem Starts Whorl on Windows: finds a JDK 25.0.3 or newer, builds on first use, then only starts.
rem After changing source files, build again with:  set WHORL_BUILD=1
setlocal EnableExtensions EnableDelayedExpansion
set "home=%~dp0"
if "%home:~-1%"=="\" set "home=%home:~0,-1%"

set "module=cli"
if "%~1"=="" set "module=server"
set "serve="
if "%~1"=="" set "serve=serve"
for %%C in (serve backup restore verify) do if /i "%~1"=="%%C" set "module=server"
if /i "%~1"=="cluster" set "module=cluster"
if not exist "%home%\%module%\pom.xml" (
  echo whorl %~1: this version of Whorl does not have that command yet ^(module '%module%' is not built^). 1>&2
  echo What it has now: whorl --help 1>&2
  exit /b 2
)

set "found="
for %%J in ("%JAVA_HOME%" "%JDK25%") do if not defined found call :fits "%%~J"
for /d %%J in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*" "%ProgramFiles%\Zulu\zulu-25*" "%USERPROFILE%\.jdks\*25*" "%USERPROFILE%\scoop\apps\temurin25-jdk\current") do if not defined found call :fits "%%~J"
for /d %%J in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%USERPROFILE%\.jdks\*") do if not defined found call :fits "%%~J"
if not defined found (
  echo Whorl needs a JDK, version 25.0.3 or newer, and found none. 1>&2
  echo Get one with:  winget install EclipseAdoptium.Temurin.25.JDK 1>&2
  echo or from https://adoptium.net/temurin/releases/?version=25 1>&2
  echo If you have one somewhere else:  set JAVA_HOME=C:\path\to\jdk-25 1>&2
  exit /b 2
)
set "JAVA_HOME=%found%"

set "apps=%home%\target\app\%module%"
set "app="
if exist "%apps%\current" set /p app=<"%apps%\current"
if defined WHORL_BUILD set "app="
if defined app if not exist "%apps%\%app%\%module%.jar" set "app="
if not defined app call :build || exit /b 2

set "here=%apps%\%app%"
set "cache="
if exist "%here%\whorl.aot" set cache=-XX:AOTCache="%here%\whorl.aot" -Xlog:disable -Xlog:all=error:stderr
"%JAVA_HOME%\bin\java" -XX:+UseSerialGC -XX:-UsePerfData %cache% %WHORL_JAVA_OPTIONS% -Dwhorl.home="%home%" -jar "%here%\%module%.jar" %serve% %*
exit /b %ERRORLEVEL%

:fits
if not exist "%~1\bin\javac.exe" exit /b 1
if not exist "%~1\release" exit /b 1
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "version=%%~V"
for /f "tokens=1-3 delims=.-+" %%A in ("%version%.0.0") do (
  if %%A GTR 25 set "found=%~1"
  if %%A EQU 25 if %%B GTR 0 set "found=%~1"
  if %%A EQU 25 if %%B EQU 0 if %%C GEQ 3 set "found=%~1"
)
exit /b 0

:build
rem mkdir succeeds for one process only, so it is the lock between two first starts.
if not exist "%home%\target" mkdir "%home%\target"
mkdir "%home%\target\build.lock.d" 2>nul || (
  echo whorl: another start is building it. Try again when that has ended. 1>&2
  echo whorl: if none is, remove "%home%\target\build.lock.d" 1>&2
  exit /b 1
)
echo whorl: building ^(a minute or two; later starts do not build^) 1>&2
set "id=%RANDOM%%RANDOM%"
pushd "%home%"
if exist "%module%\target\lib" rmdir /s /q "%module%\target\lib"
call mvnw.cmd -B -pl %module% -am -Dmaven.test.skip=true -Djacoco.skip=true -Dspotless.check.skip=true package >"target\build-%module%.log" 2>&1
set "status=%ERRORLEVEL%"
popd
if not "%status%"=="0" (
  rmdir "%home%\target\build.lock.d"
  findstr /c:"[ERROR]" "%home%\target\build-%module%.log" 1>&2
  echo whorl: the build failed. The whole log: "%home%\target\build-%module%.log" 1>&2
  exit /b 1
)
mkdir "%apps%\%id%\lib"
copy /y "%home%\%module%\target\lib\*" "%apps%\%id%\lib" >nul
copy /y "%home%\%module%\target\%module%-*.jar" "%apps%\%id%\%module%.jar" >nul
if "%module%"=="cli" (
  echo whorl: practising the everyday commands, so that later starts are quick 1>&2
  mkdir "%apps%\%id%\scratch"
  "%JAVA_HOME%\bin\java" -XX:+UseSerialGC -XX:AOTCacheOutput="%apps%\%id%\whorl.aot" -cp "%apps%\%id%\cli.jar" org.whorl.cli.Rehearsal "%home%\examples" "%apps%\%id%\scratch" >>"%home%\target\build-%module%.log" 2>&1 || del "%apps%\%id%\whorl.aot" 2>nul
  rmdir /s /q "%apps%\%id%\scratch"
)
>"%apps%\current" echo %id%
set "app=%id%"
rmdir "%home%\target\build.lock.d"
exit /b 0
