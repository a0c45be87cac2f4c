package dev.pitboard.importing;

import dev.pitboard.revision.Revision;
import java.util.List;

/** What came of approving an import. */
public sealed interface Approval {
    /**
     * It was made.
     *
     * @param preview what was approved
     * @param revisions one for each season
     */
    record Made(ImportPreview preview, List<Revision> revisions) implements Approval {
        public Made {
            revisions = List.copyOf(revisions);
        }
    }

    /** Nothing was made: it is not any more what was seen. */
    record Different(ImportPreview preview) implements Approval {}
}
