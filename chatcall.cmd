@echo off
rem Starts, tests and measures ChatCall on Windows: chatcall help
setlocal EnableDelayedExpansion
set "CALLER=%CD%"
cd /d "%~dp0"

if "%~1"=="" goto help
if /i "%~1"=="help" goto help
if /i "%~1"=="start" goto start
if /i "%~1"=="desktop" goto desktop
if /i "%~1"=="test" goto test
if /i "%~1"=="bench" goto bench
if /i "%~1"=="doctor" goto doctor
echo There is no command "%~1"; "chatcall help" lists what there is. 1>&2
exit /b 1

:help
echo ChatCall: chat and calls on your own server.
echo.
echo   chatcall start [--port N] [--data DIR] [--host HOST]
echo       Builds what is not built and starts the server.
echo         --port N     port to listen on                        (CHATCALL_PORT, 8080)
echo         --data DIR   folder that keeps everything             (CHATCALL_DATA, .\data)
echo         --host HOST  address to listen on; 0.0.0.0 for all    (CHATCALL_HOST, 127.0.0.1)
echo   chatcall desktop [SERVER-URL] [--data DIR]
echo       Builds what is not built and opens the desktop program; without a URL it asks which server.
echo   chatcall test
echo       Runs the whole build with every check.
echo   chatcall bench [ARGUMENTS]
echo       Measures a server on this machine; "chatcall bench --help" lists the arguments.
echo   chatcall doctor [--url URL] [--port N]
echo       Finds out whether calls will work on a server that runs.
exit /b 0

:desktop
call :find_programs || exit /b 1
if not exist desktop-client\target\chatcall-desktop.jar (
  echo Building the desktop program ...
  call mvnw.cmd -q -B -ntp -pl desktop-client -am package -Dmaven.test.skip=true || exit /b 1
)
"%JAVA_HOME%\bin\java.exe" @desktop-client\java.options -jar desktop-client\target\chatcall-desktop.jar %2 %3 %4
exit /b %ERRORLEVEL%

:start
shift
if defined CHATCALL_PORT (set "PORT=%CHATCALL_PORT%") else set "PORT=8080"
if defined CHATCALL_HOST (set "HOST=%CHATCALL_HOST%") else set "HOST=127.0.0.1"
set "DATA=%~dp0data"
if defined CHATCALL_DATA call :absolute "%CHATCALL_DATA%"
:options
if "%~1"=="" goto options_end
if "%~2"=="" echo The option %~1 needs a value. 1>&2 & exit /b 1
if "%~1"=="--port" (set "PORT=%~2") else (
  if "%~1"=="--host" (set "HOST=%~2") else (
    if "%~1"=="--data" (call :absolute "%~2") else (
      echo There is no option "%~1"; "chatcall help" lists what there is. 1>&2
      exit /b 1
    )
  )
)
shift
shift
goto options
:options_end
call :find_programs || exit /b 1
call :build_server || exit /b 1
call :build_web_client || exit /b 1
if not defined CHATCALL_WEB_ROOT set "CHATCALL_WEB_ROOT=%~dp0web-client\dist"
if not defined CHATCALL_MEDIA_COMMAND set "CHATCALL_MEDIA_COMMAND=%~dp0tools\launcher\media.cmd"
"%JAVA_HOME%\bin\java.exe" @server\java.options -jar server\target\chatcall-server.jar --port "%PORT%" --data "%DATA%" --host "%HOST%"
exit /b %ERRORLEVEL%

:doctor
shift
call :find_programs || exit /b 1
call :build_server || exit /b 1
set "ARGUMENTS="
:doctor_arguments
if "%~1"=="" goto doctor_run
set "ARGUMENTS=!ARGUMENTS! %1"
shift
goto doctor_arguments
:doctor_run
"%JAVA_HOME%\bin\java.exe" -jar server\target\chatcall-server.jar doctor !ARGUMENTS!
exit /b %ERRORLEVEL%

:test
call :find_programs || exit /b 1
call mvnw.cmd -B -ntp verify || exit /b 1
call npm --prefix web-client ci --no-audit --no-fund || exit /b 1
call npm --prefix web-client run check || exit /b 1
call npm --prefix web-client run e2e
exit /b %ERRORLEVEL%

:bench
call :find_programs || exit /b 1
call :build_server || exit /b 1
call mvnw.cmd -q -B -ntp -pl server/bench -am package -Dmaven.test.skip=true || exit /b 1
for /f "tokens=1,*" %%a in ("%*") do set "REST=%%b"
"%JAVA_HOME%\bin\java.exe" -jar server\bench\target\chatcall-bench.jar %REST%
exit /b %ERRORLEVEL%

rem A folder named by the caller, as an absolute path, in DATA.
:absolute
pushd "%CALLER%"
set "DATA=%~f1"
popd
exit /b 0

:find_programs
set "FOUND="
for %%h in ("%JAVA_HOME%") do call :try_jdk "%%~h"
for /f "delims=" %%j in ('where java 2^>nul') do for %%h in ("%%~dpj..") do call :try_jdk "%%~fh"
for /d %%h in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk*") do call :try_jdk "%%~h"
if not defined FOUND (
  echo ChatCall needs JDK 25 or newer and found none: install one, or set JAVA_HOME to where it is. 1>&2
  exit /b 1
)
set "JAVA_HOME=%FOUND%"
node -e "const [a, b] = process.versions.node.split('.').map(Number); process.exit(a * 1000 + b < 20019 ? 1 : 0)" 2>nul
if errorlevel 1 (
  echo ChatCall needs Node 20.19 or newer on PATH. 1>&2
  exit /b 1
)
exit /b 0

:try_jdk
if defined FOUND exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do for /f "delims=." %%m in (%%v) do if %%m GEQ 25 set "FOUND=%~1"
exit /b 0

rem stale RESULT SOURCES: whether one of the sources is newer than the result, or the result is missing.
:stale
powershell -NoProfile -Command "$r = Get-Item '%~1' -ErrorAction Ignore; $n = Get-ChildItem %~2 -Recurse -File -ErrorAction Ignore | Where-Object { $r -eq $null -or $_.LastWriteTime -gt $r.LastWriteTime } | Select-Object -First 1; exit [int]($n -eq $null)"
exit /b %ERRORLEVEL%

:build_server
call :stale server\target\chatcall-server.jar "pom.xml,server\pom.xml,server\src\main,shared-protocol\pom.xml,shared-protocol\src\main" || exit /b 0
echo Building the server ...
call mvnw.cmd -q -B -ntp -pl server -am package -Dmaven.test.skip=true
exit /b %ERRORLEVEL%

:build_web_client
call :stale web-client\dist\index.html "web-client\src,web-client\public,web-client\index.html,web-client\package-lock.json,web-client\vite.config.ts,shared-protocol\typescript" || exit /b 0
echo Building the web client ...
call npm --prefix web-client ci --no-audit --no-fund --silent || exit /b 1
call npm --prefix web-client run build --silent
exit /b %ERRORLEVEL%
