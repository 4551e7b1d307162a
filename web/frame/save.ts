// Handing the visitor a file.

/** How long the browser may take to read it, in milliseconds. */
const patience = 60_000;

/** Saves a text as a file for a calendar, in the way of the browser. */
export function saveFile(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), patience);
}
