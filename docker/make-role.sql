-- Run by the image of PostgreSQL, as its superuser, when the database is made. The service gets a role of its own, which owns
-- its database and nothing else: whoever takes over the service reads no file of the server and runs no program there.
\getenv password LEADSPEC_DATABASE_PASSWORD
create role leadspec login nosuperuser nocreatedb nocreaterole noreplication password :'password';
create database leadspec owner leadspec;
