import { Link, useRoute } from 'wouter';

export interface Tab {
  readonly to: string;
  readonly label: string;
}

/** Sister screens, each with its own address. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="mb-6 flex gap-5 border-b border-rule">
      {tabs.map((tab) => (
        <TabLink key={tab.to} {...tab} />
      ))}
    </nav>
  );
}

function TabLink({ to, label }: Tab) {
  const [isHere] = useRoute(to);
  return (
    <Link
      href={to}
      aria-current={isHere ? 'page' : undefined}
      className={`-mb-px border-b-3 pb-2 no-underline ${isHere ? 'border-ink font-semibold' : 'border-transparent text-ink-soft hover:border-rule'}`}
    >
      {label}
    </Link>
  );
}
