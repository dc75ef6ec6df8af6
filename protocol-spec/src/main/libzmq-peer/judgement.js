"use strict";
// Compares the parts of one reply with what was expected, and says how they differ, in a word that the tally counts by.

const sameFrames = (one, other) => one.length === other.length && one.every((frame, i) => frame.equals(other[i]));
const samePiece = (one, other) => one.command === other.command && one.service === other.service && sameFrames(one.body, other.body);

/** "" when they are the same, "disordered" when only the order differs, "incomplete" when some are missing, else "odd". */
function judge(received, expected) {
  if (received.length === expected.length && received.every((piece, i) => samePiece(piece, expected[i]))) return "";
  const left = [...received];
  const missing = expected.filter((piece) => {
    const at = left.findIndex((other) => samePiece(piece, other));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  if (missing.length > 0 && left.length === 0) return "incomplete";
  return missing.length === 0 && left.length === 0 ? "disordered" : "odd";
}

module.exports = { judge };
