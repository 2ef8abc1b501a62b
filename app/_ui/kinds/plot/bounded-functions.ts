import { ExpressionFault, type ExpressionMeter } from "./expression-meter";
import { regexpSteps } from "./regexp-steps";

type Call = (this: unknown, ...given: unknown[]) => unknown;

/** Functions by their names in an expression. */
interface Functions {
  readonly [name: string]: Call | undefined;
}

/** Letters of a text, or values of a list, that an expression may make. */
const mostMade = 100_000;
const mostPattern = 1000;
/** Of one search by a regular expression: some tenths of a second. */
const mostSearched = 50_000_000;
/** What a step of a search is to one of an expression. */
const searchPart = 1 / 20;

const numbers = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const number = (value: number) => numbers.format(value);

/** Names of what has signs in an expression. */
export const signs = { plus: "+", list: "[ ]" } as const;

/** Those that the interpreter has by itself, and those of signs. */
const own: Functions = {
  [signs.plus]: (one, other) => (one as string) + (other as string),
  [signs.list]: (...values) => values,
  regexp: (pattern, flags) => new RegExp(pattern as RegExp, flags as string | undefined),
  test: (pattern, text) => new RegExp(pattern as RegExp).test(String(text)),
  split: (text, by, most) => String(text).split(by as string, most as number | undefined),
  upper: (text) => String(text).toUpperCase(),
  lower: (text) => String(text).toLowerCase(),
  trim: (text) => String(text).trim(),
  substring: (text, from, to) => String(text).substring(Number(from), to as number | undefined),
  btoa: (text) => btoa(String(text)),
  atob: (text) => atob(String(text)),
  encodeURIComponent: (text) => encodeURIComponent(String(text)),
};

/** Those that go through all of what they are given. */
const thorough = new Set([
  ...["join", "replace", "split", "test", "upper", "lower", "trim", "substring", "btoa", "atob"],
  ...["encodeURIComponent", "pad", "truncate", "format", "timeFormat", "utcFormat", "toString"],
  ...["sort", "reverse", "slice", "indexof", "lastindexof", "extent", "pluck", "merge", "span"],
  ...["lassoAppend", "lassoPath", "intersectLasso"],
]);

/**
 * What an expression can call, bounded: what makes much of little, or searches, is refused before it does,
 * and whatever goes through much is counted.
 *
 * @param known Vega's; what they find in their context they find in these, too
 */
export function boundFunctions(known: object, meter: ExpressionMeter): Functions {
  const bounded: { [name: string]: Call } = Object.create(known);
  for (const [name, call] of [...Object.entries(own), ...callsOf(known)]) {
    const check = checks[name];
    const isThorough = thorough.has(name);
    if (!call || (!check && !isThorough && !(name in own))) continue;
    bounded[name] = function (...given) {
      const steps = isThorough ? given.reduce<number>((sum, each) => sum + lengthOf(each), 0) : 0;
      meter.spend(1 + steps + (check?.(given, name) ?? 0), name);
      return call.apply(this, given);
    };
  }
  return bounded;
}

/** Also what it has from others. */
function callsOf(known: object): readonly [string, Call][] {
  const calls: [string, Call][] = [];
  for (const name in known) {
    const call: unknown = Reflect.get(known, name);
    if (typeof call === "function") calls.push([name, call as Call]);
  }
  return calls;
}

/** @throws ExpressionFault where a call would make too much; else how many steps it may take */
const checks: { readonly [name: string]: (given: readonly unknown[], name: string) => number } = {
  pad: ([, length], name) => allow(Number(length), name),
  format([, specifier], name) {
    const wide = String(specifier).match(/\d{4,}/);
    return allow(wide ? Number(wide[0]) * 100 : 1, name);
  },
  sequence(given, name) {
    const [from, to, step = 1] = given.length < 2 ? [0, given[0]] : given;
    return allow((Number(to) - Number(from)) / Number(step), name);
  },
  timeSequence: allowTimes,
  utcSequence: allowTimes,
  join: ([list, between = ","], name) =>
    allow(sizeOf(list) + lengthOf(list) * String(between).length, name),
  replace([text, pattern, by], name) {
    const [letters, put] = [lengthOf(String(text)), String(by)];
    // $` puts there all that was before.
    const each = put.includes("$") ? put.length * Math.max(1, letters) : put.length;
    const times = pattern instanceof RegExp && pattern.global ? letters + 1 : 1;
    return allow(letters + each * times, name) + searched(pattern, letters, name);
  },
  split: ([text, by], name) => searched(by, String(text).length, name),
  regexp: ([pattern], name) => searched(new RegExp(pattern as RegExp), 1, name),
  test: ([pattern, text], name) =>
    searched(new RegExp(pattern as RegExp), String(text).length, name),
  [signs.plus]: ([one, other], name) =>
    typeof one === "number" && typeof other === "number"
      ? 0
      : allow(sizeOf(one) + sizeOf(other), name),
  [signs.list]: (values, name) => allow(sizeOf(values), name),
};

/** @throws ExpressionFault where more would be made than a plot may */
function allow(made: number, name: string): number {
  if (made > mostMade) {
    throw new ExpressionFault(
      `${name} makes at most ${number(mostMade)} letters or values in a plot; got ${number(made)}.`,
    );
  }
  // What is not a number at all makes nothing.
  return Number.isNaN(made) ? 0 : Math.max(made, 0);
}

function lengthOf(value: unknown): number {
  return typeof value === "string" || Array.isArray(value) ? value.length : 1;
}

/** How many letters and values there are in all; beyond what is let, only that it is more. */
function sizeOf(value: unknown): number {
  if (!Array.isArray(value)) return lengthOf(value);
  let size = 0;
  for (const each of value) {
    size += 1 + sizeOf(each);
    if (size > mostMade) break;
  }
  return size;
}

const unitMilliseconds: { readonly [unit: string]: number } = {
  ...{ year: 31_536_000_000, quarter: 7_776_000_000, month: 2_419_200_000, week: 604_800_000 },
  ...{ day: 86_400_000, date: 86_400_000, dayofyear: 86_400_000 },
  ...{ hours: 3_600_000, minutes: 60_000, seconds: 1000, milliseconds: 1 },
};

function allowTimes([unit, start, stop, step = 1]: readonly unknown[], name: string): number {
  const each = unitMilliseconds[String(unit)] ?? 1;
  return allow((Number(stop) - Number(start)) / (each * Number(step)), name);
}

function searched(pattern: unknown, letters: number, name: string): number {
  if (!(pattern instanceof RegExp)) return 0;
  const { source } = pattern;
  const steps =
    source.length > mostPattern ? Number.POSITIVE_INFINITY : regexpSteps(source, letters);
  if (steps <= mostSearched) return steps * searchPart;
  throw new ExpressionFault(
    `${name} may go on for ever with /${source.slice(0, 60)}/ on ${number(letters)} letters: make it simpler.`,
  );
}
