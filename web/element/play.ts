// play.<hash>.js: hands <house-lights> what it needs from Play on.

import type { HouseLights } from "./element";
import { Player } from "./player";

const widget = customElements.get("house-lights") as typeof HouseLights | undefined;
if (widget !== undefined) {
  widget.Player = Player;
}
