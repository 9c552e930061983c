/// Stepwise, a debugger for machine-learning algorithms.
module dev.stepwise {
  requires static org.jspecify;
  requires java.desktop;
  requires java.logging;
  requires javafx.controls;
  requires org.controlsfx.controls;
  requires atlantafx.base;
  requires org.kordamp.ikonli.javafx;
  requires org.kordamp.ikonli.feather;
  requires commons.math3;
  requires org.apache.commons.csv;
  requires exp4j;
  requires org.commonmark;
  requires org.commonmark.ext.gfm.tables;
  requires org.apache.lucene.core;
  requires jlatexmath;
  requires org.apache.pdfbox;
  requires org.apache.pdfbox.io;
  requires org.apache.fontbox;
  requires org.apache.commons.logging; // pdfbox's, which as an automatic module cannot ask for it
  requires info.picocli;
  requires tools.jackson.core;

  opens dev.stepwise.cli to
      info.picocli;
}
