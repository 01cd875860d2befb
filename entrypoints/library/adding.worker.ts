/** The worker that adds sources and makes packs, while the library page goes on. Ended to cancel. */
import { Converter } from 'opencc-js/cn2t';
import { traditionalForms } from '../../core/compile/chinese-variants';
import { digestOf, type Material } from '../../core/compile/material';
import { uniqueId } from '../../core/compile/settle-names';
import type { SourceId } from '../../core/model/source';
import { changeBetween } from '../../core/pack/compare';
import { RefusedPack, readPack, writePack } from '../../core/pack/pack';
import { addSources, indexAgain, readMaterial } from '../../store/adding';
import { listSources, sourceIds } from '../../store/sources';
import type { AddingAnswer, AddingTask, NewDocument } from './adding';
import { answerTasks } from './ask-worker';

const variants = traditionalForms((to) => Converter({ from: 'cn', to }));

/** What was read, until the reader says whether it is added. */
let read: Material[] = [];

async function work(
  task: AddingTask,
  progress: (done: number) => void,
): Promise<AddingAnswer<AddingTask['kind']>> {
  switch (task.kind) {
    case 'read': {
      const bytes = new Uint8Array(await task.file.arrayBuffer());
      const pack = await readPack(bytes, (number, of) => progress(number / of));
      const bundled = new Set(task.bundled);
      read = pack.sources.filter(({ id }) => !bundled.has(id));
      const refused = pack.sources
        .filter(({ id }) => bundled.has(id))
        .map(({ id, about }) => ({
          id,
          title: about.title,
          fault: 'bundled' as const,
          detail: '',
        }));
      const known = new Map((await listSources()).map((record) => [record.id, record.digest]));
      const changes = [];
      for (const material of read) {
        const { id, about } = material;
        if (known.get(id) === (await digestOf(material))) {
          changes.push({ id, title: about.title, change: 'same' as const });
        } else {
          // One that is damaged is replaced as a whole.
          const now = known.has(id) ? await readMaterial(id).catch(() => null) : null;
          changes.push(changeBetween(now, material));
        }
      }
      return { changes, refused: [...pack.refused, ...refused] };
    }
    case 'add': {
      const wanted = new Set(task.ids);
      const materials = read.filter(({ id }) => wanted.has(id));
      // Another worker has read the pack, and was ended.
      if (materials.length < wanted.size) throw new Error('The pack is to be read again.');
      return addSources(materials, variants, progress);
    }
    case 'add-documents':
      // Another tab may be adding one of the same title.
      return navigator.locks.request('sidelight add', async () => {
        const materials = await namedMaterials(task.documents, task.bundled);
        const { refused } = await addSources(materials, variants, progress);
        return { ids: materials.map(({ id }) => id), refused };
      });
    case 'revise':
      return addSources([task.material], variants, progress);
    case 'material':
      return readMaterial(task.id);
    case 'export': {
      const materials: Material[] = [];
      for (const [number, id] of task.ids.entries()) {
        materials.push(await readMaterial(id));
        progress((number + 1) / (task.ids.length + 1));
      }
      return { bytes: await writePack(materials) };
    }
    case 'index':
      return {
        sources: await indexAgain(variants, (error) => console.error('Sidelight:', error)),
      };
  }
}

/**
 * Gives each document the id of the source that it replaces, or one that no source bears. Of several that would replace
 * the same one, the first does, and the others stand beside it.
 */
async function namedMaterials(
  documents: readonly NewDocument[],
  bundled: readonly SourceId[],
): Promise<Material[]> {
  const taken = new Set([...bundled, ...(await sourceIds())]);
  const materials: Material[] = [];
  const given = new Set<SourceId>();
  for (const { material, replaces } of documents) {
    const replaced = replaces !== null && !given.has(replaces) ? replaces : null;
    const id = replaced ?? uniqueId(material.id, (other) => taken.has(other));
    taken.add(id);
    given.add(id);
    const kept = replaced === null ? [] : (await readMaterial(replaced)).overlay;
    materials.push({ ...material, id, overlay: [...kept, ...material.overlay] });
  }
  return materials;
}

answerTasks<AddingTask>(work, (error) =>
  error instanceof RefusedPack ? { fault: error.fault, detail: error.message } : null,
);
