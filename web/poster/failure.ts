// What can go wrong on the way to the game, by what the visitor is told.

export type FailureKind =
  | "file" // opened from a disk, where a page may load nothing
  | "graphics" // no WebGL 2
  | "missing" // the server has no such file, or something else in its place
  | "network"
  | "policy" // a security policy is in the way
  | "version" // the page and the frame come from releases too far apart
  | "stopped" // the game ended by itself
  | "lost" // the browser took the graphics away
  | "pack"; // the questions could not be had

export class Failure extends Error {
  constructor(
    readonly kind: FailureKind,
    /** For those who run the page: what, where, and the way out. */
    detail: string,
  ) {
    super(detail);
    this.name = "Failure";
  }
}
