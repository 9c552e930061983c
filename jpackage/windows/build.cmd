@echo off
rem Builds the installer for this system: build.cmd [msi^|exe^|app-image]
rem Needs Maven, a JDK 25, and WiX 3 or later.
setlocal
cd /d "%~dp0..\.."
set type=%1
if "%type%"=="" set type=msi
mvn -B -q -ntp -Pinstaller package -Dinstaller.type=%type%
