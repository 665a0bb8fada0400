export const PICTURE_TYPES = "image/png,image/jpeg,image/webp";

/** Opens the system's file picker; nothing happens when it is closed without a choice. */
export function chooseFiles(onFile: (file: File) => void, { multiple = false }: { multiple?: boolean } = {}): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = PICTURE_TYPES;
  input.multiple = multiple;
  input.onchange = () => {
    for (const file of input.files ?? []) onFile(file);
  };
  input.click();
}
