import type { ReactNode } from "react";

interface PageTitleProps {
  title: string;
  children?: ReactNode;
}

/** A page's name and one line. To its right is the place of the tabs. */
export function PageTitle({ title, children }: PageTitleProps) {
  return (
    <div className="mb-6 max-w-[45rem]">
      <h1 className="text-title font-semibold tracking-tight text-balance">{title}</h1>
      {children && <p className="mt-1 text-body text-pretty text-muted">{children}</p>}
    </div>
  );
}
