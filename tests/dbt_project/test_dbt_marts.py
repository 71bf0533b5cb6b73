def test_the_story_builds(warehouse):
    assert warehouse.execute("select count(*) from marts.pipeline").fetchone() == (5,)
