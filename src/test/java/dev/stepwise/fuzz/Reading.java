package dev.stepwise.fuzz;

import java.util.List;

/// Something that reads a kind of file.
///
/// @param name what is read, for the report
/// @param seeds right files of this kind
/// @param reader reads a file that may be wrong
record Reading(String name, List<byte[]> seeds, Reader reader) {

  /// Reads a file that may be wrong.
  interface Reader {
    /// Reads it.
    ///
    /// @return whether the file was taken
    /// @throws Exception any other than the ones that say what is wrong in words: a defect
    boolean takes(byte[] content) throws Exception;
  }

  @Override
  public String toString() {
    return name;
  }
}
