// What the builder (web/build/check.go) puts in.

/** The files of this release by their names, but for check.html and what is its own. */
declare const RELEASE: Readonly<Record<string, import("./facts").Known>>;

/** Whether this is no release but a draft, with no compressed copies and no release.json of its own. */
declare const DRAFT: boolean;
