"use strict";
// The dialects that the roles speak, by name.

const DIALECTS = { mdp01: require("./mdp01") };

function dialect(name = "mdp01") {
  const found = DIALECTS[name];
  if (!found) throw new Error(`no such dialect: ${name}`);
  return found;
}

module.exports = { dialect };
