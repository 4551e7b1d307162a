// What is found out about a host, before any of it is judged.

/** What the build knows of a file. */
export interface Known {
  readonly size: number;
  /** As in <script integrity="…">. */
  readonly integrity: string;
  /** Whether a visitor fetches it: on the page, or from Play to playable. */
  readonly played: boolean;
  /** The last letters of a text. */
  readonly ends?: string;
}

/** What a host answers. */
export interface Answer {
  readonly status: number;
  /** By their names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** The address that it led on to; "" where it did not. */
  readonly movedTo: string;
  /** When it came, by this device's clock, in Unix milliseconds. */
  readonly at: number;
}

/** How what came differs from the file. */
export type Difference =
  | "page" // a page in the place of something else
  | "packed" // a compressed copy that does not say so
  | "cut" // the end is missing
  | "lines" // other line ends, as of FTP that takes it for text
  | "shrunk" // smaller, and yet with its end
  | "grown" // something was put in
  | "other";

export interface FileFacts {
  readonly name: string;
  readonly size: number;
  readonly played: boolean;
  /** Undefined where none came. */
  readonly answer: Answer | undefined;
  /** Whether the answer's body came to its end. */
  readonly isRead: boolean;
  /** Undefined where it is the file, and where there is nothing to compare. */
  readonly difference: Difference | undefined;
  /** How many bytes came of the file, before any unpacking. */
  readonly received: number;
  /** How many bytes a visitor would download; undefined where the browser does not say. */
  readonly bytes: number | undefined;
  /** The files with a hash in their name that it names. */
  readonly names: readonly string[];
}

/** The .gz that the frame fetches where a host does not compress the game. */
export interface CopyFacts {
  readonly answer: Answer | undefined;
  /** Whether the game is in it. */
  readonly isWhole: boolean;
  readonly bytes: number | undefined;
}

/** What a frame of an opaque origin got to see of a file. */
export interface Glimpse {
  readonly name: string;
  /** 0 where it may not read the file. */
  readonly status: number;
  /** Whether it can read when the answer was sent. */
  readonly date: boolean;
}

export interface Facts {
  /** The address of the folder, with a slash at its end. */
  readonly folder: string;
  readonly isDraft: boolean;
  readonly files: readonly FileFacts[];
  /** Undefined where the game comes compressed, so that nobody asks for it, and in a draft. */
  readonly copy: CopyFacts | undefined;
  /** The answer for a name that does not exist. */
  readonly missing: Answer | undefined;
  /** What the host says to a browser that has the file already, by file. */
  readonly again: Readonly<Record<string, number>>;
  /** Undefined where no such frame answered. */
  readonly glimpses: readonly Glimpse[] | undefined;
  /** Why this page could not compile a program; "" where it could. */
  readonly refusal: string;
  readonly release: ReleaseFacts;
}

/** What release.json says. */
export interface ReleaseFacts {
  readonly isThere: boolean;
  /** Files that it has otherwise than this page, or only one of the two. */
  readonly others: readonly string[];
  /** Files of the release before that are to be there, and are not. */
  readonly gone: readonly string[];
}
