import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import './dialog.css';

interface DialogProps {
  readonly isOpen: boolean;
  /** Called for a touch beside the dialog, too. */
  readonly onClose: () => void;
  readonly title: string;
  readonly role?: 'dialog' | 'alertdialog';
  readonly children: ReactNode;
  readonly actions: ReactNode;
}

export function Dialog({ isOpen, onClose, title, role = 'dialog', children, actions }: DialogProps) {
  return (
    <ModalOverlay
      className="dialog-veil"
      isDismissable
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="dialog-sheet">
        <AriaDialog role={role}>
          <Heading slot="title" className="title">
            {title}
          </Heading>
          <div className="dialog-text scroll">{children}</div>
          <div className="dialog-actions">{actions}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
