import type { DemoDescription } from "@/lib/demo/describe";
import { JsonDraft } from "@/lib/kinds/json/draft";
import type { Values } from "./use-form";

declare global {
  interface Window {
    yieldcastEarly?: {
      /** Whether a form is there to be used. */
      ready: boolean;
      /** The ids of forms whose Run was pressed, and of those that have been told. */
      pressed: string[];
      told: string[];
    };
  }
}

/** On a slow line somebody presses Run before its script has come: that is kept for it. */
export function holdEarlyRun(): void {
  const early = { ready: false, pressed: [] as string[], told: [] as string[] };
  window.yieldcastEarly = early;
  addEventListener(
    "submit",
    (event) => {
      const form = (event.target as Element).getAttribute("id") ?? "";
      if (early.told.includes(form)) return;
      event.preventDefault();
      early.pressed.push(form);
    },
    true,
  );
}

/** Whether Run was pressed in a form before this is called for the first time. */
export function takeEarlyRun(form: string): boolean {
  const early = window.yieldcastEarly;
  if (!early || early.told.includes(form)) return false;
  early.ready = true;
  early.told.push(form);
  return early.pressed.includes(form);
}

/**
 * What the fields hold other than the server's HTML says: somebody may have typed into them already,
 * or have come back to the page. A field that only a script can change is left out.
 */
export function earlyValues({ inputs }: DemoDescription, idOf: (input: string) => string): Values {
  const values: { [input: string]: unknown } = {};
  for (const { name, kind } of inputs) {
    const early = earlyValue(kind, idOf(name));
    if (early) values[name] = early.value;
  }
  return values;
}

/** The same of one field, by its id. */
export function earlyValue(kind: string, id: string): { readonly value: unknown } | undefined {
  const element = document.getElementById(id);
  if (element instanceof HTMLFieldSetElement) {
    const checked = [...element.querySelectorAll("input:checked")] as HTMLInputElement[];
    const choices = checked.map(({ value }) => value);
    return { value: kind === "radio" ? choices[0] : choices };
  }
  if (element instanceof HTMLSelectElement) return { value: element.value };
  if (element instanceof HTMLInputElement && element.type === "checkbox") {
    return { value: element.checked };
  }
  if (isTyped(element) && element.value !== element.defaultValue) {
    return { value: typedValue(kind, element.value) };
  }
  return undefined;
}

function typedValue(kind: string, text: string): unknown {
  if (kind === "number" || kind === "slider") return numberOf(text);
  if (kind !== "json") return text;
  try {
    return JSON.parse(text);
  } catch {
    return new JsonDraft(text, "this is none");
  }
}

function isTyped(element: Element | null): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

function numberOf(text: string): number | undefined {
  const number = Number.parseFloat(text);
  return Number.isNaN(number) ? undefined : number;
}
