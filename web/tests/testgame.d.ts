// What the page holds once the test game (web/build/testgame) runs in it.

import "../frame/host";

declare global {
  /** What the game was told, each with its arguments. */
  var events: unknown[][];
  /** How many frames it was given. */
  var drawn: number;
}
