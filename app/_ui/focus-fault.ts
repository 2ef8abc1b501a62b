/** Takes whoever pressed Run to the first input that is not taken, once it is marked. */
export function focusFault(form: string): void {
  requestAnimationFrame(() => {
    const element = document.getElementById(form);
    const marked = element?.querySelector<HTMLElement>("[aria-invalid=true], [data-invalid]");
    if (!marked) return;
    const folded = marked.closest("details");
    if (folded) folded.open = true;
    // Of several controls that are one input, the one that Tab comes to.
    const first = marked.querySelector<HTMLElement>("input:checked, input");
    (marked.matches("fieldset") ? first : marked)?.focus();
  });
}
