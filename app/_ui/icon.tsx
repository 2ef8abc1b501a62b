const paths = {
  check: "m3 8.5 3.5 3.5L13 4.5",
  clip: "M12.75 7.5 8 12.25a3 3 0 0 1-4.25-4.25l5-5a2 2 0 0 1 2.85 2.85L6.75 10.7a1 1 0 0 1-1.4-1.45L9.5 5.1",
  close: "m4 4 8 8M12 4l-8 8",
  copy: "M5.75 5.75V3.5a1 1 0 0 1 1-1h5.75a1 1 0 0 1 1 1v5.75a1 1 0 0 1-1 1h-2.25M3.5 5.75h5.75a1 1 0 0 1 1 1v5.75a1 1 0 0 1-1 1H3.5a1 1 0 0 1-1-1V6.75a1 1 0 0 1 1-1z",
  down: "M8 3v9.5M3.75 8.5 8 12.75l4.25-4.25",
  edit: "M3 13l.6-2.9 7.3-7.3a1 1 0 0 1 1.4 0l.9.9a1 1 0 0 1 0 1.4l-7.3 7.3z",
  expand: "M9.5 2.75h3.75V6.5M6.5 13.25H2.75V9.5M13 3 9.25 6.75M3 13l3.75-3.75",
  fold: "m6 4 4 4-4 4",
  left: "m9.75 4-4 4 4 4",
  loud: "M2.5 6.25v3.5h2.25L8 12.5v-9L4.75 6.25zM10.5 6a3 3 0 0 1 0 4M12.25 4.25a5.5 5.5 0 0 1 0 7.5",
  minus: "M3.5 8h9",
  muted: "M2.5 6.25v3.5h2.25L8 12.5v-9L4.75 6.25zM10.75 6.25l3.5 3.5M14.25 6.25l-3.5 3.5",
  next: "m6 3.5 4.5 4.5L6 12.5",
  open: "M5.5 3.5h7v7M12.25 3.75 3.75 12.25",
  pause: "M5.5 3.5v9M10.5 3.5v9",
  play: "M5 3.25v9.5L12.75 8z",
  plus: "M3.5 8h9M8 3.5v9",
  retry: "M13 8a5 5 0 1 1-1.6-3.67M13 2.5V5.5H10",
  right: "m6.25 4 4 4-4 4",
  send: "M8 13V3.25M3.75 7.25 8 3l4.25 4.25",
  settings:
    "M2.5 5h6M12.5 5h1M2.5 11h1M7.5 11h6M10.5 3.25a1.75 1.75 0 1 1 0 3.5 1.75 1.75 0 0 1 0-3.5zM5.5 9.25a1.75 1.75 0 1 1 0 3.5 1.75 1.75 0 0 1 0-3.5z",
  stop: "M4.5 4.5h7v7h-7z",
  undo: "M6 3 3 6l3 3M3.25 6h6a3.5 3.5 0 0 1 0 7H6.5",
  updown: "m5 6.25 3-3 3 3M5 9.75l3 3 3-3",
  wrap: "M2.5 4h11M2.5 8h8.75a2.25 2.25 0 0 1 0 4.5H8.5M10 10.5l-2 2 2 2M2.5 12.5h2.5",
} as const;

/** A drawing of one line; what it means, the control around it says. */
export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg
      aria-hidden="true"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
