"""Names that are known before any release is read: substances, genes, diseases, companies. Snapshot data and its reader."""
