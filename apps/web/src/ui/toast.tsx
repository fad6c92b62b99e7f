import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';

const SHOWN_FOR_MS = 6_000;
/** Long enough to be read, reached by keyboard and pressed. */
const UNDO_FOR_MS = 10_000;

interface Toast {
  readonly id: string;
  readonly message: string;
  readonly undo?: () => void;
}

/** `undo` takes it back, for some seconds. */
type Say = (message: string, undo?: () => void) => void;

const ToastContext = createContext<Say>(() => {});

/** Says once what was done; a screen reader hears it too. What went wrong is said where it went wrong, not here. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('ui');
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const drop = useCallback((id: string) => setToasts((current) => current.filter((toast) => toast.id !== id)), []);
  const say = useCallback<Say>(
    (message, undo) => {
      const id = crypto.randomUUID();
      setToasts((current) => [...current.slice(-2), { id, message, ...(undo ? { undo } : {}) }]);
      setTimeout(() => drop(id), undo ? UNDO_FOR_MS : SHOWN_FOR_MS);
    },
    [drop],
  );
  const latest = toasts.findLast(({ undo }) => undo);
  useEffect(() => {
    if (!latest?.undo) return;
    const { id, undo } = latest;
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || isTyping(event))
        return;
      event.preventDefault();
      drop(id);
      undo();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [latest, drop]);
  return (
    <ToastContext value={say}>
      {children}
      <output
        aria-live="polite"
        className="pointer-events-none fixed inset-x-4 bottom-36 z-40 flex flex-col items-center gap-2 sm:bottom-6"
      >
        {toasts.map(({ id, message, undo }) => (
          <span key={id} className="flex max-w-md items-center gap-4 bg-ink px-4 py-2.5 font-semibold text-paper">
            <span>{message}</span>
            {undo ? (
              <button
                type="button"
                className="pointer-events-auto -my-1 min-h-9 flex-none border border-paper px-3"
                onClick={() => {
                  drop(id);
                  undo();
                }}
              >
                {t('undo')}
              </button>
            ) : null}
          </span>
        ))}
      </output>
    </ToastContext>
  );
}

/** Whether the key goes into a field, whose own undo it then is. */
function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
}

export function useToast(): Say {
  return useContext(ToastContext);
}
