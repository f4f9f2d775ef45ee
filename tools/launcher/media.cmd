@echo off
rem Builds the media service where it is missing, and becomes it. The server runs this as its child; the standard output
rem is the service's.
cd /d "%~dp0..\.."
if not exist docker\mediasoup\node_modules\.package-lock.json (
  call npm --prefix docker/mediasoup ci --no-audit --no-fund --silent 1>&2 || exit /b 1
)
if not exist docker\mediasoup\dist\docker\mediasoup\src\main.js (
  call npm --prefix docker/mediasoup run build --silent 1>&2 || exit /b 1
)
node docker/mediasoup %*
exit /b %ERRORLEVEL%
