import preact from '@preact/preset-vite';
import { minify } from 'terser';
import { defineConfig } from 'wxt';
import { withoutNetwork } from './modules/libraries/without-network.ts';

const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; frame-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'";

/** Terser after Vite's own minifier: 3 % off the script that every page runs (docs/decisions/0010). */
function smallestScript() {
  return {
    name: 'smallest-script',
    async generateBundle(_: unknown, bundle: Record<string, { code?: string }>) {
      for (const chunk of Object.values(bundle)) {
        if (!chunk.code) continue;
        const { code } = await minify(chunk.code, {
          ecma: 2022,
          compress: { passes: 4, unsafe_arrows: true },
        });
        chunk.code = code;
      }
    },
  };
}

const EVERY_DOCUMENT = {
  matches: ['<all_urls>'],
  all_frames: true,
  match_about_blank: true,
  match_origin_as_fallback: true,
};

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  alias: { '#i18n': 'components/words/i18n.ts' },
  manifest: ({ browser, command }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: [
      'storage',
      'unlimitedStorage',
      'contextMenus',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    // While it is developed, its pages take scripts, styles and changes from Vite's server.
    ...(command === 'build' && {
      content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    }),
    content_scripts: [
      {
        ...EVERY_DOCUMENT,
        js: ['content-script.js'],
        run_at: 'document_idle',
      },
      // Chromium leads no page into a closed tree.
      ...(browser === 'firefox'
        ? [{ ...EVERY_DOCUMENT, js: ['guard.js'], run_at: 'document_start' as const }]
        : []),
    ],
    web_accessible_resources: [
      {
        resources: ['card.html'],
        matches: ['<all_urls>'],
        // Firefox's addresses are random as they are.
        ...(browser !== 'firefox' && { use_dynamic_url: true }),
      },
    ],
    action: { default_title: '__MSG_extName__' },
    omnibox: { keyword: 'sl' },
    commands: {
      _execute_action: {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_commands_search__',
      },
      'next-mark': {
        suggested_key: { default: 'Alt+Shift+N' },
        description: '__MSG_commands_nextMark__',
      },
      'open-card': {
        suggested_key: { default: 'Alt+Shift+O' },
        description: '__MSG_commands_openCard__',
      },
      'look-up': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_commands_lookUp__',
      },
    },
    ...(browser === 'firefox'
      ? {
          sidebar_action: {
            default_title: '__MSG_extName__',
            default_panel: 'panel.html',
            default_icon: 'icon/32.png',
            open_at_install: false,
          },
          browser_specific_settings: {
            gecko: {
              id: 'sidelight@sidelight.example',
              strict_min_version: '153.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '153.0' },
          },
        }
      : {
          side_panel: { default_path: 'panel.html' },
          minimum_chrome_version: '148',
        }),
  }),
  hooks: {
    // Vite heeds it more than its own mode: where a shell sets it, a build would hold paths of this machine.
    'config:resolved'({ config: { command } }) {
      if (command === 'build') process.env.NODE_ENV = 'production';
    },
    // Our pages and the background use the polyfill. In the content script it would be a fifth of the
    // bytes and do nothing: docs/decisions/0006-polyfill-outside-of-pages.md
    'vite:build:extendConfig'(entrypoints, config) {
      if (entrypoints.some(({ type }) => type === 'unlisted-script')) {
        config.plugins?.push(smallestScript());
        return;
      }
      config.resolve = {
        ...config.resolve,
        alias: [
          ...Object.entries(config.resolve?.alias ?? {}).map(([find, replacement]) => ({
            find,
            replacement,
          })),
          { find: 'wxt/browser', replacement: '@wxt-dev/webextension-polyfill/browser' },
        ],
      };
    },
  },
  vite: () => ({
    plugins: [preact(), withoutNetwork()],
    // What reads a document loads the parts for its format alone.
    worker: { format: 'es', plugins: () => [withoutNetwork()] },
    // The preload polyfill is the only code in the bundles that could fetch.
    build: { target: ['chrome148', 'firefox153'], modulePreload: { polyfill: false } },
  }),
});
