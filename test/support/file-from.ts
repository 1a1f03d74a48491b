/** The file that a press gives the reader. */
export async function fileFrom(press: () => void): Promise<{ name: string; text: string }> {
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  const files: (Blob | MediaSource)[] = [];
  const names: string[] = [];
  URL.createObjectURL = (file) => {
    files.push(file);
    return createObjectURL(file);
  };
  HTMLAnchorElement.prototype.click = function pressed() {
    names.push(this.download);
  };
  try {
    press();
  } finally {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
  }
  return { name: names.join(), text: await (files[0] as Blob).text() };
}
