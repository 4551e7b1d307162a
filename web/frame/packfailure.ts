// Why a pack cannot be played, by what the visitor is told.

import { Failure } from "../poster/failure";

export type PackFault =
  | "address" // it cannot be used
  | "unlisted" // the site does not allow it
  | "late" // the pack did not come, or not in time
  | "refused" // its host does not let other sites read it
  | "missing" // its host has none there
  | "large"
  | "broken"; // it has mistakes

export class PackFailure extends Failure {
  constructor(
    readonly fault: PackFault,
    /** The host that it comes from. */
    readonly host: string,
    detail: string,
  ) {
    super("pack", detail);
  }
}
