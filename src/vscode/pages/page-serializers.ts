import {Disposable, window, type WebviewPanel} from 'vscode'
import {CASELOAD_PAGE, PERSON_PAGE, WEEK_PAGE} from '../view-types.ts'

/** Hands panels to `restore` that were open before the window was loaded anew, with what they kept. */
export function registerPageSerializers(
  restore: (panel: WebviewPanel, state: unknown) => Promise<void>,
): Disposable {
  const serializer = {deserializeWebviewPanel: restore}
  return Disposable.from(
    window.registerWebviewPanelSerializer(PERSON_PAGE, serializer),
    window.registerWebviewPanelSerializer(WEEK_PAGE, serializer),
    window.registerWebviewPanelSerializer(CASELOAD_PAGE, serializer),
  )
}
