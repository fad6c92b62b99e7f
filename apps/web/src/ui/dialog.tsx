import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslations } from 'use-intl';

const FIRST_FIELD = 'input:not([type="radio"]), select, textarea';

interface DialogProps {
  readonly title: string;
  onClose(): void;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** The browser's own modal: it keeps the focus, closes on Escape and gives the focus back. Rendered only while open. */
export function Dialog({ title, onClose, isWide = false, children }: DialogProps) {
  const t = useTranslations('ui');
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog || dialog.open) return;
    const opener = document.activeElement;
    dialog.showModal();
    // Not the cross that the browser would choose: what is to be filled in, or else the question itself.
    (dialog.querySelector<HTMLElement>(FIRST_FIELD) ?? dialog).focus();
    return () => {
      dialog.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);

  return (
    <dialog
      ref={ref}
      tabIndex={-1}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className={
        'm-0 mt-auto w-full max-w-full max-h-[92dvh] overflow-y-auto bg-sheet text-ink border-t-2 border-rule-strong p-0 ' +
        `sm:m-auto ${isWide ? 'sm:max-w-3xl' : 'sm:max-w-lg'}`
      }
    >
      <div className="sticky top-0 z-10 flex items-start justify-between gap-4 border-b border-rule bg-sheet px-4 py-3 sm:px-6">
        <h2 id={id} className="pt-1 text-lead">
          {title}
        </h2>
        <button type="button" onClick={onClose} className="-mr-2 grid size-10 place-items-center rounded hover:bg-band">
          <X aria-hidden="true" className="size-5" />
          <span className="sr-only">{t('close')}</span>
        </button>
      </div>
      <div className="px-4 py-5 sm:px-6">{children}</div>
    </dialog>
  );
}

/** The foot of a dialog: what closes it, the strong one last. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return (
    <div className="mt-6 flex flex-wrap justify-end gap-3 max-sm:flex-col-reverse max-sm:[&>*]:w-full">{children}</div>
  );
}
