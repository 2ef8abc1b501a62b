const place = /(<!-- settings -->\n)[\s\S]*?(<!-- \/settings -->)/;

/**
 * A guide with the table of all settings written into its place.
 *
 * @param {string} guide the guide, with or without a table between its marks
 * @param {import("zod").ZodObject} schema
 */
export function withSettingsTable(guide, schema) {
  if (!place.test(guide)) throw new Error("The guide has lost its marks: <!-- settings -->");
  const defaults = schema.parse({});
  const rows = Object.entries(schema.shape).map(([name, { description }]) => {
    if (!description) throw new Error(`${name} is not described`);
    return `| \`${name}\` | ${inWords(defaults[name])} | ${description} |`;
  });
  const table = ["| Setting | Default | |", "| --- | --- | --- |", ...rows].join("\n");
  return guide.replace(place, (_, before, after) => `${before}${table}\n${after}`);
}

/** @param {unknown} value a setting's default */
function inWords(value) {
  if (Array.isArray(value)) return value.length > 0 ? `\`${value.join(" ")}\`` : "none";
  if (value === undefined) return "none";
  return `\`${value}\`${typeof value === "number" ? inUnits(value) : ""}`;
}

/** @param {number} value */
function inUnits(value) {
  for (const [unit, size] of Object.entries({ GiB: 2 ** 30, MiB: 2 ** 20 })) {
    if (value >= size && value % size === 0) return ` (${value / size} ${unit})`;
  }
  return "";
}
