import { type Declaration, declare, type Input, type InputKind, type InputOptions } from "./kind";
import type { LiveValue, StreamingOption } from "./live-value";
import { preview } from "./preview";

export interface DateOptions extends InputOptions, StreamingOption {
  /** Without it the date must be given. */
  default?: string;
  /** The first that is taken. */
  min?: string;
  /** The last that is taken. */
  max?: string;
  /** `true`: a time of day as well, `2026-11-21T15:04`. Default: a day, `2026-11-21`. */
  time?: boolean;
}

export type DateInput = Input<string> & Declaration<"date", DateOptions>;
export type LiveDate = Input<LiveValue<string>> & Declaration<"date", DateOptions>;

/**
 * A day of the calendar, `2026-11-21`, or with `time: true` a day and what the clock on the wall says,
 * `2026-11-21T15:04`. Neither is of any time zone: a demo that needs one asks for it.
 *
 * @example date({ label: "From", min: "2020-01-01", default: "2026-11-21" })
 */
export function date(options: DateOptions & { streaming: true }): LiveDate;
export function date(options?: DateOptions & { streaming?: false }): DateInput;
export function date(options: DateOptions = {}): DateInput | LiveDate {
  return declare("date", options);
}

export const dateInput: InputKind<DateOptions, string> = {
  faults(options) {
    const { min, max, time } = options;
    for (const [name, value] of Object.entries({ min, max })) {
      if (value !== undefined && !isDate(value, time)) {
        return [`${name} must be ${shape(options)}; got ${preview(value)}`];
      }
    }
    if (min !== undefined && max !== undefined && min > max) {
      return [`min must not be after max; got min ${min} and max ${max}`];
    }
    return [];
  },
  default: (options) => options.default,
  allowed(options) {
    const { min, max } = options;
    const from = min === undefined ? "" : `, from ${min} on`;
    const to = max === undefined ? "" : `${from ? " and" : ","} not after ${max}`;
    return `${shape(options)}${from}${to}`;
  },
  // Of one length, and with the larger parts first, so that they stand in order as texts do.
  accepts: (value, { min = "", max = "~", time }): value is string =>
    isDate(value, time) && value >= min && value <= max,
  came(value, { time }) {
    if (typeof value !== "string" || !formOf(time).test(value) || isDate(value, time)) return;
    return `there is no ${value}`;
  },
};

function shape({ time }: DateOptions): string {
  return time ? "a date and time such as 2026-11-21T15:04" : "a date such as 2026-11-21";
}

function formOf(time: boolean | undefined): RegExp {
  return time ? /^\d{4}-\d\d-\d\dT\d\d:\d\d$/ : /^\d{4}-\d\d-\d\d$/;
}

/** Whether the calendar has it: `Date` takes the 30th of February for the 2nd of March. */
function isDate(value: unknown, time: boolean | undefined): value is string {
  if (typeof value !== "string" || !formOf(time).test(value) || value < "0001") return false;
  const instant = new Date(`${time ? value : `${value}T00:00`}:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value);
}
