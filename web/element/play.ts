// play.<hash>.js: hands <house-lights> what it needs from Play on, and puts it where something else stands for it.

import type { HouseLights } from "./element";
import { Player } from "./player";
import { replaceStandIns } from "./standin";

const widget = customElements.get("house-lights") as typeof HouseLights | undefined;
if (widget !== undefined) {
  widget.Player = Player;
  replaceStandIns();
}
