"""What editors' programs need to know of the models: JSON Schemas and the forms of a CMS."""
