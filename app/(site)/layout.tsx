import type { ReactNode } from "react";
import { Header } from "@/app/_ui/header";
import { ThemeToggle } from "@/app/_ui/theme-toggle";

export default function SiteLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <Header>
        <ThemeToggle />
      </Header>
      <main className="mx-auto max-w-[77.5rem] px-5 py-6 sm:px-8 sm:py-8">{children}</main>
    </>
  );
}
