"""Forms with files, read into memory: no part of an upload is ever written to a disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import Request
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from bot.web.edge.problem_texts import BROKEN_FORM
from bot.web.edge.problems import Refusal

MOST_FIELDS = 10


@dataclass(frozen=True, slots=True)
class Upload:
    """One file of a form: the field's name, the file's name and its bytes."""

    field: str
    name: str
    data: bytes


async def read_form(
    request: Request, most_bytes: int, most_files: int
) -> tuple[Mapping[str, str], tuple[Upload, ...]]:
    """The fields and the files of a ``multipart/form-data`` body; a file left empty is none.

    Args:
        request: whose body wasn't read yet.
        most_bytes: as the guard allows for the whole body.
        most_files: more are refused.

    Raises:
        Refusal: 422, it isn't a whole form, or a larger one.
    """

    class InMemory(MultiPartParser):
        """Parts stay in memory, whatever their size: the guard has limited the whole."""

        spool_max_size = most_bytes + 1

    try:
        form = await InMemory(
            request.headers,
            request.stream(),
            max_files=most_files,
            max_fields=MOST_FIELDS,
            max_part_size=most_bytes,
        ).parse()
    except (MultiPartException, KeyError) as error:
        raise Refusal(422, BROKEN_FORM) from error
    fields: dict[str, str] = {}
    files: list[Upload] = []
    try:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                files.append(Upload(name, value.filename or "", await value.read()))
            else:
                fields[name] = value
    finally:
        await form.close()
    return fields, tuple(file for file in files if file.data or file.name)
