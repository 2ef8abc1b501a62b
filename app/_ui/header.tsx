import type { ReactNode } from "react";
import { Logo } from "./logo";

const link = "rounded-part py-1 text-muted transition-colors hover:text-text";

/**
 * Its links are plain: the page of what is not found has it too, and Next's would then be everywhere.
 *
 * @param children what stands at its end, of which the same is true
 */
export function Header({ children }: { children?: ReactNode }) {
  return (
    <header className="border-b border-line">
      <div className="mx-auto flex h-14 max-w-[77.5rem] items-center gap-4 px-5 sm:gap-7 sm:px-8">
        <a
          href="/"
          className="-ml-1 flex items-center gap-2.5 rounded-part text-body font-semibold tracking-tight"
        >
          <Logo />
          Yieldcast
        </a>
        <nav aria-label="Site" className="flex gap-4 sm:gap-6">
          <a href="/" className="rounded-part py-1 font-medium max-sm:hidden">
            Demos
          </a>
          <a href="/playground" className={link}>
            Playground
          </a>
        </nav>
        <div className="flex-1" />
        {children}
      </div>
    </header>
  );
}
