#!/bin/sh
# Run by jpackage in the root of the package before it is packed: lays menu entry, file type and
# icons where the system looks for them. As files of the package they come and go with it.
set -eu

mkdir -p usr/bin usr/share/applications usr/share/mime/packages
ln -sf /opt/stepwise/bin/stepwise usr/bin/stepwise
cat >usr/share/applications/stepwise.desktop <<'END'
[Desktop Entry]
Type=Application
Name=Stepwise
GenericName=Debugger for machine-learning algorithms
Comment=Step through attention, LSTM, k-means, backpropagation, BPE and cosine search
Exec=stepwise %f
Icon=stepwise
Terminal=false
StartupWMClass=java
Categories=Education;Science;ArtificialIntelligence;
Keywords=machine learning;attention;LSTM;k-means;gradient;BPE;cosine;
MimeType=application/x-stepwise;
END
cat >usr/share/mime/packages/stepwise.xml <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/x-stepwise">
    <comment>Stepwise lesson</comment>
    <icon name="stepwise"/>
    <glob pattern="*.stepwise"/>
  </mime-type>
</mime-info>
END
for icon in opt/stepwise/lib/icons/stepwise-*.png; do
  size=${icon##*-}
  size=${size%.png}
  folder=usr/share/icons/hicolor/${size}x${size}/apps
  mkdir -p "$folder"
  mv "$icon" "$folder/stepwise.png"
done
rmdir opt/stepwise/lib/icons
rm -f opt/stepwise/lib/*.desktop opt/stepwise/lib/stepwise.png
# The times for which the cache of classes was made, see Installer.java.
find opt/stepwise -type f -exec touch -d 2026-01-01T00:00:00Z {} +
find usr/share -type d -exec chmod 755 {} +
find usr/share -type f -exec chmod 644 {} +
