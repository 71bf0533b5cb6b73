"""Names of all landed nights -> companies, compounds, indications, targets, and which documents are one release."""
