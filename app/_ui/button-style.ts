const base =
  "inline-flex items-center justify-center gap-2.5 rounded-box border font-semibold transition-colors disabled:opacity-60";

/** How a button looks: the one thing to press, or any other. */
export const buttonStyle = {
  primary: `${base} h-11 px-5 border-accent bg-accent text-on-accent hover:brightness-105 active:brightness-95`,
  plain: `${base} h-11 px-5 border-text text-text hover:bg-sunk active:bg-line`,
  small: `${base} h-9 px-4 border-edge font-medium text-text hover:bg-sunk active:bg-line`,
};
