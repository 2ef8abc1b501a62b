import type { ReactNode } from "react";
import { Header } from "@/app/_ui/header";

export default function SiteLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <Header />
      <main className="mx-auto max-w-[77.5rem] px-5 py-6 sm:px-8 sm:py-8">{children}</main>
    </>
  );
}
