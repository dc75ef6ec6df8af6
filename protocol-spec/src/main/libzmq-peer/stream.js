"use strict";
// Replies in parts: what a worker that streams sends, and what a client may expect of it. Part k of n to a request is
// two frames: "part k of n", and the request's first frame. What ends a stream is the request's own body, as an echo.

function part(number, count, request) {
  return [Buffer.from(`part ${number} of ${count}`), request[0]];
}

/** One body, written as "1" (that part), "echo", "empty" (one empty frame), or several of these joined with "+". */
function body(text, count, request) {
  return text.split("+").flatMap((piece) => {
    if (piece === "echo") return request;
    return piece === "empty" ? [Buffer.alloc(0)] : part(Number(piece), count, request);
  });
}

/** The whole reply, written as "PARTIAL:1,PARTIAL:2,FINAL:echo". */
function expected(text, count, request) {
  return text.split(",").map((piece) => {
    const [command, what] = piece.split(":");
    return { command, body: body(what, count, request) };
  });
}

module.exports = { part, expected };
