/** A reader's edits while reviewing: each can be taken back, as far as the first. */
import { useMemo, useState } from 'preact/hooks';
import type { Material } from '../../core/compile/material';
import { applyOverlay, type Described, type Edit, type Overlay } from '../../core/compile/overlay';

export interface Editing {
  overlay: Overlay;
  /** The source with the edits made. */
  described: Described;
  edit(edit: Edit): void;
  undo(): void;
  redo(): void;
  canUndo: boolean;
  canRedo: boolean;
}

export function useEdits(material: Material): Editing {
  const [overlay, setOverlay] = useState(material.overlay);
  /** What was taken back, the last first. */
  const [undone, setUndone] = useState<readonly Edit[]>([]);
  const described = useMemo(() => applyOverlay(material, overlay), [material, overlay]);
  return {
    overlay,
    described,
    edit(edit) {
      setOverlay([...overlay, edit]);
      setUndone([]);
    },
    undo() {
      const last = overlay.at(-1);
      if (!last) return;
      setOverlay(overlay.slice(0, -1));
      setUndone([last, ...undone]);
    },
    redo() {
      const [next, ...rest] = undone;
      if (!next) return;
      setOverlay([...overlay, next]);
      setUndone(rest);
    },
    canUndo: overlay.length > 0,
    canRedo: undone.length > 0,
  };
}
