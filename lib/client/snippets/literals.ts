/*
 * Values as they stand in programs. What is on screen may be anything: quotes, line ends, markup, signs
 * that turn the direction of text or cannot be seen. All of these are written as escapes.
 */

// Control signs above ASCII, and those that are not seen or that turn or break a line of code.
const unseen =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** JSON that can stand in a script in a page, and in single quotes in a shell. */
export function safeJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent)
    .replace(/<(?=[/!?A-Za-z])/g, escapeOf)
    .replace(/'/g, escapeOf)
    .replace(unseen, escapeOf);
}

function escapeOf(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

interface Dialect {
  string(text: string): string;
  key(name: string): string;
  readonly words: { readonly true: string; readonly false: string; readonly null: string };
}

const javaScript: Dialect = {
  string: (text) => safeJson(text).replaceAll("\\u0027", "'"),
  // Without brackets `__proto__` would set what the object inherits from.
  key: (name) =>
    name === "__proto__" ? '["__proto__"]' : /^[A-Za-z_]\w*$/.test(name) ? name : safeJson(name),
  words: { true: "true", false: "false", null: "null" },
};

const python: Dialect = {
  ...javaScript,
  key: (name) => safeJson(name),
  words: { true: "True", false: "False", null: "None" },
};

/** A value as JavaScript writes it. */
export function javaScriptLiteral(value: unknown): string {
  return literal(value, javaScript, "");
}

/** A value as Python writes it. */
export function pythonLiteral(value: unknown): string {
  return literal(value, python, "");
}

const longestLine = 72;

function literal(value: unknown, dialect: Dialect, indent: string): string {
  const { words } = dialect;
  switch (typeof value) {
    case "string":
      return dialect.string(value);
    case "boolean":
      return value ? words.true : words.false;
    case "number":
      return Number.isFinite(value) ? String(value) : words.null;
    case "object":
      if (value === null) return words.null;
      return group(value, dialect, indent);
    default:
      return words.null;
  }
}

function group(value: object, dialect: Dialect, indent: string): string {
  const deeper = `${indent}  `;
  const list = Array.isArray(value);
  const parts = list
    ? value.map((each) => literal(each, dialect, deeper))
    : Object.entries(value).flatMap(([name, each]) =>
        each === undefined ? [] : [`${dialect.key(name)}: ${literal(each, dialect, deeper)}`],
      );
  const [open, close] = list ? ["[", "]"] : ["{", "}"];
  if (parts.length === 0) return open + close;
  const line = parts.join(", ");
  if (line.length + indent.length <= longestLine && !line.includes("\n")) {
    return list ? `[${line}]` : `{ ${line} }`;
  }
  return `${open}\n${parts.map((part) => `${deeper}${part},\n`).join("")}${indent}${close}`;
}
