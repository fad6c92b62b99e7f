import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

const SHOWN_FOR_MS = 6_000;

type Say = (message: string) => void;

const ToastContext = createContext<Say>(() => {});

/** Says once what was done; a screen reader hears it too. What went wrong is said where it went wrong, not here. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly { id: string; message: string }[]>([]);
  const say = useCallback((message: string) => {
    const id = crypto.randomUUID();
    setToasts((current) => [...current.slice(-2), { id, message }]);
    setTimeout(() => setToasts((current) => current.filter((toast) => toast.id !== id)), SHOWN_FOR_MS);
  }, []);
  return (
    <ToastContext value={say}>
      {children}
      <output
        aria-live="polite"
        className="pointer-events-none fixed inset-x-4 bottom-28 z-40 flex flex-col items-center gap-2 sm:bottom-6"
      >
        {toasts.map(({ id, message }) => (
          <span key={id} className="block max-w-md bg-ink px-4 py-2.5 font-semibold text-paper">
            {message}
          </span>
        ))}
      </output>
    </ToastContext>
  );
}

export function useToast(): Say {
  return useContext(ToastContext);
}
