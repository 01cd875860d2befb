/** Adding sources: files, a folder or a text come in here; each is read and shown before anything is stored. */
import { useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Tells } from '../controls/notice';
import { ImportList } from './ImportList';
import type { ImportedFile } from './import-queue';
import { LibraryPack } from './LibraryPack';
import type { LibraryProps } from './library-props';

/** A pack is a zip file; documents that are zip files have endings of their own. */
const isPack = ({ name }: File) => /\.zip$/i.test(name);

/** What the browser offers first when files are chosen; what a file is, its content decides. */
const ENDINGS = '.pdf,.docx,.epub,.txt,.text,.md,.markdown,.html,.htm,.xhtml,.srt,.vtt,.zip,text/*';

export function LibraryAdd(props: LibraryProps & Tells) {
  const { act, fail, imports } = props;
  /** The first is open; the others wait until it has been dealt with. */
  const [packs, setPacks] = useState<readonly File[]>([]);
  const [choice, setChoice] = useState(0);
  const [isOver, setOver] = useState(false);
  const [isPasting, setPasting] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  /** Takes the focus where what had it has gone, and from nobody who has gone on to type. */
  const rest = () => {
    if (document.activeElement === document.body) field.current?.focus();
  };
  const take = (files: readonly File[]) => {
    if (files.length === 0) return;
    setChoice(choice + 1);
    setPacks((waiting) => [...waiting, ...files.filter(isPack)]);
    imports.put(
      files
        .filter((file) => !isPack(file) && !isHidden(file))
        .map((file) => ({ name: file.name, bytes: file, address: null, as: 'file' })),
    );
  };
  const chosen = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    const files = [...(currentTarget.files ?? [])];
    // A file that was mended can be chosen again under its name.
    currentTarget.value = '';
    take(files);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way to what the field does. */}
      <div
        class="library-drop"
        data-over={isOver}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          if (event.dataTransfer) droppedFiles(event.dataTransfer).then(take, fail);
        }}
      >
        <p class="library-drop-lead">{i18n.t('import.drop')}</p>
        <div class="page-row">
          <label class="button page-button page-apply page-file">
            {i18n.t('import.choose')}
            <input
              ref={field}
              type="file"
              multiple
              accept={ENDINGS}
              aria-describedby={`${id}-hint`}
              onChange={chosen}
            />
          </label>
          <label class="button page-button page-file">
            {i18n.t('import.chooseFolder')}
            <input type="file" {...{ webkitdirectory: true }} onChange={chosen} />
          </label>
          <button
            type="button"
            class="button page-button"
            aria-expanded={isPasting}
            onClick={() => setPasting(!isPasting)}
          >
            {i18n.t('import.paste')}
          </button>
        </div>
        {isPasting && (
          <PasteForm
            onTake={(file) => {
              setPasting(false);
              imports.put([file]);
              field.current?.focus();
            }}
          />
        )}
        <small id={`${id}-hint`}>{i18n.t('import.hint')}</small>
      </div>
      <LibraryPack
        {...props}
        file={packs[0] ?? null}
        choice={choice}
        onLeave={() => {
          setPacks((waiting) => waiting.slice(1));
          requestAnimationFrame(rest);
        }}
      />
      {packs.length > 1 && <p role="status">{i18n.t('library.packsWait', packs.length - 1)}</p>}
      <ImportList {...props} act={act} onLeave={() => requestAnimationFrame(rest)} />
    </>
  );
}

/** What systems put into folders for themselves. */
function isHidden({ name }: File): boolean {
  return name.startsWith('.') || /^(?:thumbs\.db|desktop\.ini)$/i.test(name);
}

/** Files that were dropped, those of folders too. */
async function droppedFiles({ items, files }: DataTransfer): Promise<File[]> {
  // The items of a drop are gone with the first wait.
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (!entries.some(({ isDirectory }) => isDirectory)) return [...files];
  return (await Promise.all(entries.map(filesIn))).flat();
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) {
    return [
      await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail)),
    ];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    // A reader gives a hundred at a time.
    const some = await new Promise<FileSystemEntry[]>((done, fail) =>
      reader.readEntries(done, fail),
    );
    if (some.length === 0) break;
    all.push(...some);
  }
  return (await Promise.all(all.map(filesIn))).flat();
}

function PasteForm({ onTake }: { onTake(file: ImportedFile): void }) {
  const [title, setTitle] = useState('');
  const text = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  return (
    <form
      class="page-form library-paste"
      onSubmit={(event) => {
        event.preventDefault();
        const words = text.current?.value ?? '';
        if (words.trim() === '') return text.current?.focus();
        const own = title.trim();
        onTake({
          name: own || i18n.t('import.pasted'),
          bytes: new Blob([words]),
          address: null,
          as: 'text',
          ...(own && { title: own }),
        });
      }}
    >
      <label for={`${id}-title`}>{i18n.t('import.pasteTitle')}</label>
      <input
        id={`${id}-title`}
        value={title}
        onInput={({ currentTarget }) => setTitle(currentTarget.value)}
      />
      <label for={`${id}-text`}>{i18n.t('import.pasteText')}</label>
      <textarea id={`${id}-text`} ref={text} rows={8} dir="auto" />
      <div class="page-row">
        <button type="submit" class="button page-button page-apply">
          {i18n.t('import.readIt')}
        </button>
      </div>
    </form>
  );
}
