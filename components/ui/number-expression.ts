/**
 * Reads what people type into a number field: `1200`, `1200/2`, `(40+2)*1.5`, also `×`, `÷` and full-width digits.
 * Null when it is no arithmetic, divides by zero or is not finite.
 */
export function computeNumber(text: string): number | null {
  const expression = text
    .normalize("NFKC")
    .replaceAll("×", "*")
    .replaceAll("÷", "/")
    .replaceAll("−", "-")
    .replace(/\s+/g, "");
  const tokens = expression.match(/\d+\.?\d*|\.\d+|[-+*/()]/g);
  if (tokens === null || tokens.join("") !== expression) return null;

  let position = 0;

  function sum(): number {
    let value = product();
    while (tokens?.[position] === "+" || tokens?.[position] === "-") {
      const sign = tokens[position++] === "+" ? 1 : -1;
      value += sign * product();
    }
    return value;
  }

  function product(): number {
    let value = atom();
    while (tokens?.[position] === "*" || tokens?.[position] === "/") {
      value = tokens[position++] === "*" ? value * atom() : value / atom();
    }
    return value;
  }

  function atom(): number {
    const token = tokens?.[position++];
    if (token === "-") return -atom();
    if (token === "+") return atom();
    if (token === "(") {
      const value = sum();
      return tokens?.[position++] === ")" ? value : Number.NaN;
    }
    return token === undefined ? Number.NaN : Number(token);
  }

  const value = sum();
  return position === tokens.length && Number.isFinite(value) ? value : null;
}
